/** The application: wiring, settings, HTTP, command line. */
@NullMarked
package ponte.app;

import org.jspecify.annotations.NullMarked;
