@NullMarked
package ponte.app.storage;

import org.jspecify.annotations.NullMarked;
