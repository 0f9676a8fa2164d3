/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mail.h"

#include <string.h>

#define LETTERS G_CSET_A_2_Z G_CSET_a_2_z
#define LABEL LETTERS G_CSET_DIGITS "-"
#define LINE_END "\r\n"

static bool is_label(const char *label)
{
    size_t length = strlen(label);
    return length > 0 && length <= 63 && strspn(label, LABEL) == length && label[0] != '-' &&
           label[length - 1] != '-';
}

static bool is_domain(const char *domain)
{
    g_auto(GStrv) labels = g_strsplit(domain, ".", -1);
    for (char **label = labels; *label != NULL; label++)
        if (!is_label(*label))
            return false;
    return g_strv_length(labels) >= 2;
}

bool co_mail_is_address(const char *email)
{
    g_return_val_if_fail(email != NULL, false);
    static const char letters[] = LETTERS G_CSET_DIGITS "!#$%&'*+-/=?^_`{|}~.";
    const char *at = strchr(email, '@');
    size_t length = at == NULL ? 0 : (size_t)(at - email);
    if (length == 0 || length > 64 || strlen(email) > 254 || strspn(email, letters) != length)
        return false;
    if (email[0] == '.' || at[-1] == '.' || g_strstr_len(email, (gssize)length, "..") != NULL)
        return false;
    return is_domain(at + 1);
}

/* "=?UTF-8?B?...?=" words of whole characters, short enough for a line with any field name. */
static void append_encoded(GString *text, const char *value)
{
    enum { MAX_BYTES = 39 };
    for (bool is_first = true; *value != '\0'; is_first = false) {
        const char *end = value;
        while (*end != '\0' && g_utf8_next_char(end) - value <= MAX_BYTES)
            end = g_utf8_next_char(end);
        g_autofree char *word = g_base64_encode((const guchar *)value, (gsize)(end - value));
        g_string_append_printf(text, "%s=?UTF-8?B?%s?=", is_first ? "" : LINE_END " ", word);
        value = end;
    }
}

static void append_words(GString *text, const char *value, const char *plain_letters)
{
    enum { MAX_PLAIN = 60 };
    g_autofree char *clean = g_utf8_make_valid(value, -1);
    for (char *p = clean; *p != '\0'; p++)
        if (g_ascii_iscntrl(*p))
            *p = ' ';
    g_strstrip(clean);
    size_t length = strlen(clean);
    bool is_plain = length <= MAX_PLAIN && strspn(clean, plain_letters) == length;
    if (is_plain)
        g_string_append(text, clean);
    else
        append_encoded(text, clean);
}

static void append_mailbox(GString *text, const char *field, const CoMailbox *mailbox)
{
    g_string_append_printf(text, "%s: ", field);
    gsize before = text->len;
    append_words(text, mailbox->name, LETTERS G_CSET_DIGITS "-' ");
    g_string_append_printf(text, "%s<%s>" LINE_END, text->len > before ? LINE_END " " : "",
                           mailbox->email);
}

static void append_date(GString *text, const CoMail *mail)
{
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int year, month, day;
    co_day_to_ymd(mail->day, &year, &month, &day);
    g_string_append_printf(text, "Date: %s, %02d %s %04d %02d:%02d:00 +0000" LINE_END,
                           days[co_day_weekday(mail->day) - 1], day, months[month - 1], year,
                           mail->minute / 60 % 24, mail->minute % 60);
}

static bool must_be_quoted(const char *p)
{
    bool is_blank = *p == ' ' || *p == '\t';
    if (is_blank)
        return p[1] == '\0' || p[1] == '\n' || p[1] == '\r';
    return *p < 33 || *p > 126 || *p == '=';
}

/* Quoted-printable. */
static void append_body(GString *text, const char *body)
{
    enum { MAX_LINE = 76 };
    int column = 0;
    for (const char *p = body; *p != '\0'; p++) {
        if (*p == '\n') {
            g_string_append(text, LINE_END);
            column = 0;
            continue;
        }
        int width = must_be_quoted(p) ? 3 : 1;
        if (column + width >= MAX_LINE) {
            g_string_append(text, "=" LINE_END);
            column = 0;
        }
        if (width == 3)
            g_string_append_printf(text, "=%02X", (unsigned)(guchar)*p);
        else
            g_string_append_c(text, *p);
        column += width;
    }
    g_string_append(text, LINE_END);
}

static void append_base64(GString *text, GBytes *data)
{
    enum { BYTES_PER_LINE = 57 };
    gsize size = 0;
    const guchar *bytes = g_bytes_get_data(data, &size);
    for (gsize i = 0; i < size; i += BYTES_PER_LINE) {
        g_autofree char *line = g_base64_encode(bytes + i, MIN(size - i, BYTES_PER_LINE));
        g_string_append_printf(text, "%s" LINE_END, line);
    }
}

static void append_part(GString *text, const CoMailPart *part, const char *boundary)
{
    enum { MAX_TYPE = 60 };
    const char *fold = strlen(part->type) > MAX_TYPE ? LINE_END : "";
    g_string_append_printf(text,
                           "--%s" LINE_END "Content-Type:%s %s;" LINE_END " name=\"%s\"" LINE_END
                           "Content-Transfer-Encoding: base64" LINE_END
                           "Content-Disposition: attachment;" LINE_END
                           " filename=\"%s\"" LINE_END LINE_END,
                           boundary, fold, part->type, part->name, part->name);
    append_base64(text, part->data);
}

GString *co_mail_text(const CoMail *mail)
{
    g_return_val_if_fail(mail != NULL && mail->day != CO_DAY_NONE, NULL);
    g_return_val_if_fail(co_mail_is_address(mail->from.email), NULL);
    g_return_val_if_fail(co_mail_is_address(mail->to.email), NULL);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, mail->key, -1);
    /* "=_" is written by neither encoding, so no content can hold the boundary. */
    g_autofree char *boundary = g_strdup_printf("=_%.32s", digest);
    GString *text = g_string_new(NULL);
    append_date(text, mail);
    append_mailbox(text, "From", &mail->from);
    append_mailbox(text, "To", &mail->to);
    g_string_append(text, "Subject: ");
    append_words(text, mail->subject, LETTERS G_CSET_DIGITS "-'.,:()/ ");
    g_string_append_printf(text,
                           LINE_END "Message-ID: <%.32s%s>" LINE_END "MIME-Version: 1.0" LINE_END
                                    "Content-Language: fr" LINE_END "X-Unsent: 1" LINE_END
                                    "Content-Type: multipart/mixed;" LINE_END
                                    " boundary=\"%s\"" LINE_END LINE_END "--%s" LINE_END
                                    "Content-Type: text/plain; charset=utf-8" LINE_END
                                    "Content-Transfer-Encoding: quoted-printable" LINE_END LINE_END,
                           digest, strchr(mail->from.email, '@'), boundary, boundary);
    append_body(text, mail->body);
    for (int i = 0; i < mail->n_parts; i++)
        append_part(text, &mail->parts[i], boundary);
    g_string_append_printf(text, "--%s--" LINE_END, boundary);
    return text;
}
