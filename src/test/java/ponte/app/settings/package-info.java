@NullMarked
package ponte.app.settings;

import org.jspecify.annotations.NullMarked;
