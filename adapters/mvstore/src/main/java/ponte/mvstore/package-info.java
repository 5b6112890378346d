/** Records and queues in one file of this machine, kept by H2's MVStore. */
@NullMarked
package ponte.mvstore;

import org.jspecify.annotations.NullMarked;
