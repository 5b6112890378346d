/** What each channel is for, where a topic lives, and which channels suit somebody. */
@NullMarked
package ponte.community.channels;

import org.jspecify.annotations.NullMarked;
