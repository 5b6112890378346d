@NullMarked
package ponte.app.backup;

import org.jspecify.annotations.NullMarked;
