/** The same conversation on every platform. */
@NullMarked
package ponte.app.alike;

import org.jspecify.annotations.NullMarked;
