/** Messages that nobody asked for: when it is polite to send them, and whether they help. */
@NullMarked
package ponte.nudge;

import org.jspecify.annotations.NullMarked;
