/** Whom people mean when they speak of a colleague. */
@NullMarked
package ponte.colleague;

import org.jspecify.annotations.NullMarked;
