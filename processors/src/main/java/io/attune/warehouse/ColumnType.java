package io.attune.warehouse;

/** What a column of the warehouse holds, and how it is written in PostgreSQL and elsewhere. */
enum ColumnType {
    ID("uuid", "varchar(36)"),
    TEXT("text", "varchar(1024)"),
    WHOLE("bigint", "bigint"),
    NUMBER("double precision", "double precision"),
    TIME("timestamptz", "timestamp");

    private final String postgres;
    private final String portable;

    ColumnType(String postgres, String portable) {
        this.postgres = postgres;
        this.portable = portable;
    }

    String sql(boolean inPostgres) {
        return inPostgres ? postgres : portable;
    }
}
