package ponte.teams.connector;

/** Calls the services by which Teams' conversations are reached. */
public final class Connector {}
