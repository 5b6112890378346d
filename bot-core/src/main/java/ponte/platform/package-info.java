/** What Ponte asks of a chat platform: to hand over what it knows and to deliver replies. */
@NullMarked
package ponte.platform;

import org.jspecify.annotations.NullMarked;
