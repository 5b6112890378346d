/** Microsoft Teams. No type of Microsoft's libraries leaves these packages. */
@NullMarked
package ponte.teams;

import org.jspecify.annotations.NullMarked;
