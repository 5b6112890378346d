/** Questions that hang in the air, whom to tell of them, and when it is polite to. */
@NullMarked
package ponte.nudge;

import org.jspecify.annotations.NullMarked;
