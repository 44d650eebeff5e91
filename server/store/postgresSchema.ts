import { createHash } from "node:crypto";
import { escapeIdentifier, escapeLiteral, type ClientBase } from "pg";
import { newer } from "./bookFiles.ts";
import { reshape } from "./postgresReshape.ts";
import { formatOf, type Shape } from "./shape.ts";

/** A key by which lists of a type are sorted or narrowed to a range. */
export interface Declared { type: string; key: string }

/** The first value of a key, as a mark; and its beginning, which fits into an index whatever its length. */
export const firstOf = (key: string): string => `((marks->${escapeLiteral(key)}->>0) collate "C")`;
export const startOf = (key: string): string => `(left(marks->${escapeLiteral(key)}->>0, 200) collate "C")`;
/** The same of the key that most lists are sorted by, as it stands on the cards. */
export const updated = { first: "updated", start: '(left(updated, 200) collate "C")' };

/** Forward only, each once, in one transaction: the length of the list is the version. */
const migrations = [`
  create table rows (
    type text collate "C" not null, id text collate "C" not null, version bigint not null,
    data text not null, keys text not null, text text collate "C" not null,
    marks jsonb not null, terms text[] collate "C" not null, grams int[] not null,
    primary key (type, id));
  create index rows_terms on rows using gin (terms) with (gin_pending_list_limit = 256);
  create index rows_grams on rows using gin (grams) with (gin_pending_list_limit = 256);
  create function commit_writes(writes json, origin text) returns void language plpgsql as $$
    declare w record; heard text := '';
    begin
      for w in select * from json_to_recordset(writes) as
        x(type text, id text, was bigint, version bigint, data text, keys text, text text, marks jsonb, terms text[], grams int[], n bigint) order by type collate "C", id collate "C", n
      loop
        if w.was is null and w.version is not null then
          insert into rows values (w.type, w.id, w.version, w.data, w.keys, w.text, w.marks, w.terms, w.grams) on conflict do nothing;
        elsif w.version is not null then
          update rows set version = w.version, data = w.data, keys = w.keys, text = w.text, marks = w.marks, terms = w.terms, grams = w.grams where type = w.type and id = w.id and version = w.was;
        elsif w.was is not null then
          delete from rows where type = w.type and id = w.id and version = w.was;
        else
          perform from rows where type = w.type and id = w.id;
          if found then raise exception using errcode = 'DW001', message = w.type || ' ' || w.id; else continue; end if;
        end if;
        if not found then raise exception using errcode = 'DW001', message = w.type || ' ' || w.id; end if;
        if octet_length(heard) + octet_length(w.type) + octet_length(w.id) > 7000 then perform pg_notify('dealwright', origin || heard); heard := ''; end if;
        heard := heard || E'\\n' || w.type || '/' || w.id;
      end loop;
      if heard <> '' then perform pg_notify('dealwright', origin || heard); end if;
    end $$;
  create table files (hash text collate "C" primary key, size bigint not null, type text not null, at timestamptz not null default now());
  create table file_parts (hash text collate "C" not null references files on delete cascade, n int not null, bytes bytea not null, primary key (hash, n));
  alter table file_parts alter column bytes set storage external;`, `
  create table file_givers (hash text collate "C" not null references files on delete cascade, giver text collate "C" not null, primary key (hash, giver));
  create function keep_file(draft text, made text, length bigint, kind text, by text, quota bigint) returns boolean language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(7331, 2);
      update files set at = now() where hash = made;
      if not found then
        if (select coalesce(sum(size), 0) from files where hash not like 'new-%') + length > quota then return false; end if;
        insert into files (hash, size, type) values (made, length, kind);
        update file_parts set hash = made where hash = draft;
      end if;
      if by is not null then insert into file_givers values (made, by) on conflict do nothing; end if;
      return true;
    end $$;`, `
  create table shape (format int not null, print text not null);
  insert into shape values (1, '');`, `
  create unlogged table changes (xid xid8 not null default pg_current_xact_id(), at timestamptz not null default now(), origin text not null, paths text not null);
  create index changes_xid on changes (xid);
  create or replace function commit_writes(writes json, origin text) returns void language plpgsql as $$
    declare w record; heard text := '';
    begin
      for w in select * from json_to_recordset(writes) as
        x(type text, id text, was bigint, version bigint, data text, keys text, text text, marks jsonb, terms text[], grams int[], n bigint) order by type collate "C", id collate "C", n
      loop
        if w.was is null and w.version is not null then
          insert into rows values (w.type, w.id, w.version, w.data, w.keys, w.text, w.marks, w.terms, w.grams) on conflict do nothing;
        elsif w.version is not null then
          update rows set version = w.version, data = w.data, keys = w.keys, text = w.text, marks = w.marks, terms = w.terms, grams = w.grams where type = w.type and id = w.id and version = w.was;
        elsif w.was is not null then
          delete from rows where type = w.type and id = w.id and version = w.was;
        else
          perform from rows where type = w.type and id = w.id;
          if found then raise exception using errcode = 'DW001', message = w.type || ' ' || w.id; else continue; end if;
        end if;
        if not found then raise exception using errcode = 'DW001', message = w.type || ' ' || w.id; end if;
        heard := heard || w.type || '/' || w.id || E'\\n';
      end loop;
      if heard <> '' then insert into changes (origin, paths) values (origin, rtrim(heard, E'\\n')); end if;
    end $$;`, `
  alter table rows alter column marks set storage main, alter column text set storage main;`, `
  create function terms(of text[]) returns bigint[] language sql immutable strict parallel safe as
    $$ select array(select ('x' || encode(substr(sha256(convert_to(one, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint from unnest(of) one) $$;
  create function terms_of(type text, marks jsonb) returns bigint[] language sql immutable strict parallel safe as
    $$ select terms(array(select type || E'\\t' || key || E'\\t' || mark from jsonb_each(marks) e(key, several), jsonb_array_elements_text(several) mark)) $$;
  create function several_of(marks jsonb) returns text[] language sql immutable strict parallel safe as
    $$ select array(select key from jsonb_each(marks) e(key, several) where jsonb_array_length(several) > 1) $$;
  create function pairs(of text) returns int[] language sql immutable strict parallel safe cost 10000 as
    $$ select array(select distinct ascii(a) << 16 # ascii(b) from rows from (unnest(string_to_array(of, null)), unnest(string_to_array(substr(of, 2), null))) p(a, b) where b is not null) $$;
  create table cards (
    type text collate "C" not null, id text collate "C" not null, updated text collate "C",
    terms bigint[] not null, words text collate "C" not null, primary key (type, id)) with (toast_tuple_target = 512);
  create function write_card() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then delete from cards where type = old.type and id = old.id;
      else
        insert into cards values (new.type, new.id, new.marks->'updatedAt'->>0, terms_of(new.type, new.marks), new.text)
          on conflict (type, id) do update set updated = excluded.updated, terms = excluded.terms, words = excluded.words;
      end if;
      return null;
    end $$;
  create trigger rows_card after insert or update or delete on rows for each row execute function write_card();
  insert into cards select type, id, marks->'updatedAt'->>0, terms_of(type, marks), text from rows;
  alter table rows drop column terms, drop column grams;
  create index cards_terms on cards using gin (terms) with (gin_pending_list_limit = 256);
  create index cards_pairs on cards using gin (pairs(words)) with (gin_pending_list_limit = 256);
  alter index cards_pairs alter column 1 set statistics 0;
  create index cards_by_updated on cards (type, (left(updated, 200)), id) where updated is not null;
  create index rows_several on rows using gin (several_of(marks)) with (gin_pending_list_limit = 256);
  analyze cards;
  create or replace function commit_writes(writes json, origin text) returns void language plpgsql as $$
    declare w record; heard text := '';
    begin
      for w in select * from json_to_recordset(writes) as
        x(type text, id text, was bigint, version bigint, data text, keys text, text text, marks jsonb, n bigint) order by type collate "C", id collate "C", n
      loop
        if w.was is null and w.version is not null then
          insert into rows values (w.type, w.id, w.version, w.data, w.keys, w.text, w.marks) on conflict do nothing;
        elsif w.version is not null then
          update rows set version = w.version, data = w.data, keys = w.keys, text = w.text, marks = w.marks where type = w.type and id = w.id and version = w.was;
        elsif w.was is not null then
          delete from rows where type = w.type and id = w.id and version = w.was;
        else
          perform from rows where type = w.type and id = w.id;
          if found then raise exception using errcode = 'DW001', message = w.type || ' ' || w.id; else continue; end if;
        end if;
        if not found then raise exception using errcode = 'DW001', message = w.type || ' ' || w.id; end if;
        heard := heard || w.type || '/' || w.id || E'\\n';
      end loop;
      if heard <> '' then insert into changes (origin, paths) values (origin, rtrim(heard, E'\\n')); end if;
    end $$;`, // what lists are narrowed, searched and mostly sorted by is a card beside each row, so narrow that all that match can be counted; the words of its index are hashes that nobody can aim at
];

interface Wanted { indexes: readonly Declared[]; shape: Shape; /** Keeps the database as it is, before any of it is made anew. */ before(format: number): Promise<void> }

/** Brings an empty or older database to this program's schema and its rows to today's shape, and makes the declared indexes; one instance at a time, the others wait. */
export async function migrate(db: ClientBase, { indexes, shape, before }: Wanted): Promise<void> {
  await db.query("set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0; select pg_advisory_lock(7331, 1)");
  try {
    await db.query("create table if not exists schema_version (version int not null)");
    const { rows: [there] } = await db.query<{ version: number }>("select version from schema_version");
    const version = there?.version ?? 0;
    if (version > migrations.length) throw new Error(`The database was written by a newer version of this program (schema ${version}; this one knows up to ${migrations.length}). Nothing was changed.`);
    const { rows: [at] } = version > 2 ? await db.query<{ format: number; print: string }>("select format, print from shape") : { rows: [] };
    const { format, print } = at ?? { format: 1, print: "" };
    if (format > formatOf(shape.migrations)) throw newer("The database", format, formatOf(shape.migrations));
    if (version && (version < migrations.length || format < formatOf(shape.migrations)) && (await db.query("select from rows limit 1")).rowCount) await before(format);
    for (let next = version; next < migrations.length; next++) {
      await db.query(`begin; ${migrations[next]!}; delete from schema_version; insert into schema_version values (${next + 1}); commit`);
    }
    if (format < formatOf(shape.migrations) || print !== shape.print) await reshape(db, shape, format);
    for (const key of new Set(indexes.map(({ key }) => key))) {
      const name = `rows_by_${key.replace(/\W/g, "_").slice(0, 30)}_${createHash("sha256").update(key).digest("hex").slice(0, 8)}`;
      await db.query(`create index if not exists ${escapeIdentifier(name)} on rows (type, ${startOf(key)}, id) where ${firstOf(key)} is not null`);
    }
  } catch (error) { await db.query("rollback").catch(() => {}); throw error; }
  finally { await db.query("select pg_advisory_unlock(7331, 1); reset statement_timeout; reset lock_timeout; reset idle_in_transaction_session_timeout").catch(() => {}); }
}
