/** Microsoft Graph: what was said before, who people are and who may open what; read only. */
@NullMarked
package ponte.teams.graph;

import org.jspecify.annotations.NullMarked;
