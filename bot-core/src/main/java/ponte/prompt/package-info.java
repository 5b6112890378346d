/** What is to be said to somebody later, who did not ask for it at that moment. */
@NullMarked
package ponte.prompt;

import org.jspecify.annotations.NullMarked;
