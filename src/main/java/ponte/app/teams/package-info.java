/** Ponte in Microsoft Teams: settings, the address, start. */
@NullMarked
package ponte.app.teams;

import org.jspecify.annotations.NullMarked;
