@NullMarked
package ponte.teams;

import org.jspecify.annotations.NullMarked;
