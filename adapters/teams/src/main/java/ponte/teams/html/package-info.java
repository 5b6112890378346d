/** What people write in Teams, which is HTML, as text that no platform owns. */
@NullMarked
package ponte.teams.html;

import org.jspecify.annotations.NullMarked;
