/** The words in which people talk about a topic, which need not be those in which it is asked. */
@NullMarked
package ponte.wording;

import org.jspecify.annotations.NullMarked;
