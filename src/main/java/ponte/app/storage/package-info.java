/** Where a replica keeps what must not be lost, and how that does. */
@NullMarked
package ponte.app.storage;

import org.jspecify.annotations.NullMarked;
