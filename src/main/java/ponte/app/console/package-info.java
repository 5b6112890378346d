/** The console's addresses: thin controllers between the browser and {@code ponte.web}. */
@NullMarked
package ponte.app.console;

import org.jspecify.annotations.NullMarked;
