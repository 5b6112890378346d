/** The domain: who is there, what was said where, and what happened. */
@NullMarked
package ponte.conversation;

import org.jspecify.annotations.NullMarked;
