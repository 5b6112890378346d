/** Whatever may come in from outside, by chance or by malice, and what becomes of it. */
@NullMarked
package ponte.app.hostile;

import org.jspecify.annotations.NullMarked;
