/** Who talks with whom, drawn: groups, bridges between them, and where everybody stands. */
@NullMarked
package ponte.community.map;

import org.jspecify.annotations.NullMarked;
