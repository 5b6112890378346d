/** Draws replies and forms as Adaptive Cards, and reads back what was pressed and filled in. */
@NullMarked
package ponte.teams.card;

import org.jspecify.annotations.NullMarked;
