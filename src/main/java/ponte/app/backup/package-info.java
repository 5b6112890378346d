/** All of a data directory in one file, and back. */
@NullMarked
package ponte.app.backup;

import org.jspecify.annotations.NullMarked;
