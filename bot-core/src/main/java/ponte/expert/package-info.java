/** Who knows about a topic, why, and how sure. */
@NullMarked
package ponte.expert;

import org.jspecify.annotations.NullMarked;
