/** Reads from Teams what activities do not tell: the channels of teams and who is in them. */
@NullMarked
package ponte.teams.sync;

import org.jspecify.annotations.NullMarked;
