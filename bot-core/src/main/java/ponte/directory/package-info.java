/** Who and what there is: people, channels, and who is in which. */
@NullMarked
package ponte.directory;

import org.jspecify.annotations.NullMarked;
