/** HTML as Teams writes it, and what must be read in it. */
@NullMarked
package ponte.teams.html;

import org.jspecify.annotations.NullMarked;
