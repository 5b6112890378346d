@NullMarked
package ponte.teams.connector;

import org.jspecify.annotations.NullMarked;
