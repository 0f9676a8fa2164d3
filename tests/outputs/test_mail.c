/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outputs/kit/mail.h"

#include <string.h>

static CoMail sample_mail(void)
{
    return (CoMail){.from = {"EAFC", "eafc@ac-exemple.fr"},
                    .to = {"Bérénice Tremoisel", "b.tremoisel@ac-exemple.fr"},
                    .subject = "Votre convocation",
                    .body = "Bonjour,\n",
                    .key = "clé",
                    .day = co_day_from_ymd(2024, 10, 18),
                    .minute = 3};
}

static void assert_lines_are_short(const GString *text)
{
    for (const char *p = text->str; *p != '\0';) {
        const char *end = strstr(p, "\r\n");
        g_assert_nonnull(end);
        g_assert_cmpint(end - p, <=, 78);
        g_assert_null(memchr(p, '\n', (size_t)(end - p)));
        p = end + 2;
    }
}

static int count(const char *text, const char *part)
{
    int n = 0;
    for (; (text = strstr(text, part)) != NULL; text++)
        n++;
    return n;
}

static void test_addresses_are_plain_ones(void)
{
    static const char *const good[] = {"a@b.fr", "ce.0800001a@ac-exemple.fr", "x+y_z'@a-b.c.fr"};
    static const char *const bad[] = {"",           "a",        "a@b",           "@b.fr",
                                      "a@.fr",      "a@b.",     "a..b@c.fr",     ".a@b.fr",
                                      "a.@b.fr",    "a b@c.fr", "a@b.fr\r\n",    "a@b c.fr",
                                      "a@b.fr>",    "<a@b.fr>", "a@b.fr,c@d.fr", "é@b.fr",
                                      "a@é.fr",     "a@-b.fr",  "a@b.fr\nBcc:x", "a\r\n@b.fr",
                                      "\"a\"@b.fr", "a@@b.fr"};
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++)
        g_assert_true(co_mail_is_address(good[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        g_assert_false(co_mail_is_address(bad[i]));
}

static void test_the_date_is_the_one_given(void)
{
    CoMail mail = sample_mail();
    g_autoptr(GString) text = co_mail_text(&mail);
    g_assert_true(g_str_has_prefix(text->str, "Date: Fri, 18 Oct 2024 00:03:00 +0000\r\n"));
}

static void test_no_name_or_subject_begins_a_header(void)
{
    static const char nasty[] = "Ève\r\nBcc: pirate@exemple.fr\r\n\r\n<script>";
    CoMail mail = sample_mail();
    mail.to.name = mail.from.name = mail.subject = nasty;
    g_autoptr(GString) text = co_mail_text(&mail);
    g_assert_null(strstr(text->str, "Bcc"));
    assert_lines_are_short(text);
    mail.subject = "Objet\r\nBcc: pirate@exemple.fr";
    g_autoptr(GString) plain = co_mail_text(&mail);
    g_assert_null(strstr(plain->str, "\nBcc"));
    /* Nor do encoded words of ours decode into line breaks. */
    g_assert_null(strstr(text->str, "DQo"));
}

static void test_long_names_are_folded_between_characters(void)
{
    g_autofree char *name = g_strnfill(400, 'x');
    g_autoptr(GString) accents = g_string_new(NULL);
    for (int i = 0; i < 200; i++)
        g_string_append(accents, "é€");
    CoMail mail = sample_mail();
    mail.to.name = name;
    mail.subject = accents->str;
    g_autoptr(GString) text = co_mail_text(&mail);
    assert_lines_are_short(text);
    const char *word = text->str;
    for (int n = 0; (word = strstr(word, "=?UTF-8?B?")) != NULL; n++) {
        word += strlen("=?UTF-8?B?");
        g_autofree char *code = g_strndup(word, strcspn(word, "?"));
        gsize size = 0;
        g_autofree guchar *bytes = g_base64_decode(code, &size);
        g_assert_true(g_utf8_validate((const char *)bytes, (gssize)size, NULL));
        g_assert_cmpuint(strlen(code) + strlen("=?UTF-8?B?"
                                               "?="),
                         <=, 75);
    }
}

static void test_a_body_is_quoted(void)
{
    CoMail mail = sample_mail();
    mail.body = "été = 1 \nligne longue ligne longue ligne longue ligne longue ligne longue ligne "
                "longue ligne longue\n--=_x\n.\n";
    g_autoptr(GString) text = co_mail_text(&mail);
    g_assert_nonnull(strstr(text->str, "\r\n=C3=A9t=C3=A9 =3D 1=20\r\n"));
    g_assert_nonnull(strstr(text->str, "\r\n--=3D_x\r\n"));
    assert_lines_are_short(text);
}

static void test_parts_stand_between_boundaries(void)
{
    g_autofree char *zeros = g_malloc0(1000);
    g_autoptr(GBytes) data = g_bytes_new(zeros, 1000);
    const CoMailPart part = {"application/octet-stream", "vide.bin", data};
    CoMail mail = sample_mail();
    mail.parts = &part;
    mail.n_parts = 1;
    g_autoptr(GString) text = co_mail_text(&mail);
    assert_lines_are_short(text);
    g_assert_cmpint(count(text->str, "\r\n--=_"), ==, 3);
    g_assert_cmpint(count(text->str, "filename=\"vide.bin\""), ==, 1);
}

static void test_the_same_key_gives_the_same_bytes_and_another_others(void)
{
    CoMail mail = sample_mail();
    g_autoptr(GString) first = co_mail_text(&mail);
    g_autoptr(GString) again = co_mail_text(&mail);
    g_assert_cmpstr(first->str, ==, again->str);
    mail.key = "autre";
    g_autoptr(GString) other = co_mail_text(&mail);
    g_assert_cmpstr(first->str, !=, other->str);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mail/address", test_addresses_are_plain_ones);
    g_test_add_func("/mail/date", test_the_date_is_the_one_given);
    g_test_add_func("/mail/injection", test_no_name_or_subject_begins_a_header);
    g_test_add_func("/mail/long_names", test_long_names_are_folded_between_characters);
    g_test_add_func("/mail/body", test_a_body_is_quoted);
    g_test_add_func("/mail/parts", test_parts_stand_between_boundaries);
    g_test_add_func("/mail/same_bytes", test_the_same_key_gives_the_same_bytes_and_another_others);
    return g_test_run();
}
