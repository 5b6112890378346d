@NullMarked
package ponte.teams.sync;

import org.jspecify.annotations.NullMarked;
