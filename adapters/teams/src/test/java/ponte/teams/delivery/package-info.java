@NullMarked
package ponte.teams.delivery;

import org.jspecify.annotations.NullMarked;
