//! A working day of two slots with holes: what colleagues say, what the first choice does, when the second slot begins, and its variants.

macro_rules! day {
    ($says:literal, $choice:literal, $at:literal, $variants:literal) => {
        concat!(
            "id = \"short\"\ntitle.en = \"A day\"\ntitle.id = \"Sehari\"\nmeters = [\"trust\", \"delivery\"]\n\n",
            "[[slot]]\nid = \"one\"\nat = \"09:00\"\ntitle.en = \"One\"\ntitle.id = \"Satu\"\nscene.en = \"Morning.\"\nscene.id = \"Pagi.\"\n",
            "artefact = { kind = \"note\", text = \"x\" }\n",
            $says,
            "\n[[slot.choice]]\nid = \"a\"\ntext.en = \"Wait\"\ntext.id = \"Tunggu\"\nwhy.en = \"It waits.\"\nwhy.id = \"Menunggu.\"\n",
            $choice,
            "\n[[slot.choice]]\nid = \"b\"\nbest = true\ntext.en = \"Ask\"\ntext.id = \"Tanya\"\nwhy.en = \"Somebody knows.\"\nwhy.id = \"Ada yang tahu.\"\n",
            "\n[[slot.choice]]\nid = \"c\"\ntext.en = \"Leave\"\ntext.id = \"Pergi\"\nwhy.en = \"It stays.\"\nwhy.id = \"Tetap.\"\n",
            "\n[[slot]]\nid = \"two\"\nat = \"", $at, "\"\ntitle.en = \"Two\"\ntitle.id = \"Dua\"\n",
            "artefact = { kind = \"note\", text = \"x\" }\n",
            $variants,
            "\n[[slot.choice]]\nid = \"a\"\nbest = true\ntext.en = \"Look\"\ntext.id = \"Lihat\"\nwhy.en = \"It shows.\"\nwhy.id = \"Terlihat.\"\n",
            "\n[[slot.choice]]\nid = \"b\"\ntext.en = \"Guess\"\ntext.id = \"Tebak\"\nwhy.en = \"It may be.\"\nwhy.id = \"Mungkin.\"\n",
            "\n[[slot.choice]]\nid = \"c\"\ntext.en = \"Sleep\"\ntext.id = \"Tidur\"\nwhy.en = \"Tomorrow then.\"\nwhy.id = \"Besok saja.\"\n",
        )
    };
}

/// A day that keeps all rules.
macro_rules! good_day {
    () => {
        day!(
            "says.qa.en = \"Now?\"\nsays.qa.id = \"Sekarang?\"\n",
            "effect = { trust = -1 }\nsets = [\"late\"]\nitems = [\"p/t/q\"]\n",
            "10:30",
            "\n[[slot.variant]]\nwhen = [\"late\"]\nscene.en = \"You are late.\"\nscene.id = \"Kamu telat.\"\n\n[[slot.variant]]\nscene.en = \"All is well.\"\nscene.id = \"Semua baik.\"\n"
        )
    };
}
