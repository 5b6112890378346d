@NullMarked
package ponte.app.deploy;

import org.jspecify.annotations.NullMarked;
