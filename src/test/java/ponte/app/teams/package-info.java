/** The server in Teams. */
@NullMarked
package ponte.app.teams;

import org.jspecify.annotations.NullMarked;
