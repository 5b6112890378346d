/** Ponte on the command line. */
@NullMarked
package ponte.app.cli;

import org.jspecify.annotations.NullMarked;
