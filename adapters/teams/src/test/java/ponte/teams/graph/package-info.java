@NullMarked
package ponte.teams.graph;

import org.jspecify.annotations.NullMarked;
