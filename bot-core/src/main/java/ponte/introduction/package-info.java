/** Bringing people together. */
@NullMarked
package ponte.introduction;

import org.jspecify.annotations.NullMarked;
