@NullMarked
package ponte.teams.card;

import org.jspecify.annotations.NullMarked;
