/** Who calls: the tokens that come with what Teams sends, checked before anything is made of it. */
@NullMarked
package ponte.teams.token;

import org.jspecify.annotations.NullMarked;
