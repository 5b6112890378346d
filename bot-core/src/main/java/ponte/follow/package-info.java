/** Tells people when somebody asks about what they follow. */
@NullMarked
package ponte.follow;

import org.jspecify.annotations.NullMarked;
