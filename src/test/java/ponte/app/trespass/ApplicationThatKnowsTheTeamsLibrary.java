package ponte.app.trespass;

import com.microsoft.bot.schema.Activity;

/** Holds a type of Microsoft's, which nobody but the adapter should. */
public record ApplicationThatKnowsTheTeamsLibrary(Activity activity) {}
