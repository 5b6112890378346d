/** What Teams sends, and what must come of it. */
@NullMarked
package ponte.teams.live;

import org.jspecify.annotations.NullMarked;
