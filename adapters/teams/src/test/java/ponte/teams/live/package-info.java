@NullMarked
package ponte.teams.live;

import org.jspecify.annotations.NullMarked;
