"""Words by which a name is known for an organisation's or a person's, and by which its surname is found."""

import re

from app.base.text import fold


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


CORPORATE = re.compile(
    r"\b(?:press|news\w*|agency|agencies|staff|desk|team|editorial|editors|reporters|correspondents?|office|ministry|institute|university|"
    r"association|committee|council|department|foundation|organi[sz]ation|union|group|gmbh|ltd|inc|ag|s\.a\.|redaktion|agentur|rédaction|"
    r"agence|redacción|agencia|redazione|agenzia|redação|agência|redactie|redakcja|agencja|редакция|агентство|bureau|service|courier|wire|"
    r"partners|sons|llc|llp|plc|corp|ministerio|ministère|ministério|ministerium|universidad|université|universität|instituto|institut|"
    r"fundación|stiftung|verein|federation|commission|society|company)\b",
    re.IGNORECASE,
)
AGENCY = re.compile(
    r"\b(?:agency|agencies|agence|agencia|agenzia|agência|agentur|agencja|агентство|wire service|reuters|associated press|afp|dpa|ansa|tass|xinhua|apa|"
    r"efe|pap|ntb|tt|ritzau|belga|anp|lusa|interfax|ukrinform)\b",
    re.IGNORECASE,
)
NOT_IN_PERSONS = _set(
    "of for the without with against für gegen pour sans avec para sin contra per contro voor zonder für dla för för pentru"
)
"""Small words that join the parts of an organisation's name ("Doctors without Borders"), and stand in no person's."""
PARTICLES = _set(
    "de del della delle dello dei degli di da das do dos du des d la las le les lo los van von vom der den het ter ten te zu zum zur af av "
    "aan op bij uit 't 's in al el ul bin ibn ben bint abu ould ap nic ní mac dal zur san"
)
"""Small words before a surname that belong to it, also where a name is written with a capital ("De Niro", "Le Pen")."""
NEVER_FIRST = _set("in san mac ben")
"""Of them, those that with a capital are names or words of their own ("Ben", "San")."""
SURNAME_AND = _set("y e i")
"""What joins two surnames of one person: "Ortega y Gasset", "Prat i Fatjó", "Costa e Silva"."""
SUFFIX = re.compile(r"^(?:Jr|Sr|Jnr|Snr)\.?$|^(?:II|III|IV|VI{0,3})$")
DEGREE = re.compile(r"^(?:Ph\.?\s?D|M\.?\s?D|MBA|M\.?A|M\.?Sc|B\.?A|B\.?Sc|J\.?D|LL\.?[BM]|Esq|RN|CPA|OBE|MBE|CBE)\.?$")
"""What stands behind a name and is none of it; manuals leave it out (Chicago 17 §14.78, APA 7 §9.9)."""
TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sir|Dame|Rev|Hon)\.?$")
"""What stands before a name and is none of it; manuals leave it out too (Chicago 17 §14.78, APA 7 §9.9)."""
PORTUGUESE_KIN = _set("filho neto netto sobrinho júnior junior")
"""What tells a Portuguese namesake apart is a part of the surname: "Costa Filho, João"."""
TWO_SURNAMES = _set("es ca gl eu ast")
"""Languages whose people have two surnames, of which the first is the one that counts."""
SURNAME_FIRST = _set("hu zh ja ko vi yue")
"""Languages that write the surname first, and foreign names the other way round, so that only a reader knows which it is."""
NO_SURNAMES = _set("is")
"""Languages whose people have a father's name in place of a surname, and are listed by their given name."""

SPANISH_GIVEN = _set(
    fold(
        "Ada Adela Adolfo Adrián Agustín Aitana Alba Alberto Alejandra Alejandro Alfonso Alfredo Alicia Álvaro Amparo Ana Andrea "
        "Andrés Ángel Ángela Ángeles Antonia Antonio Arturo Asunción Aurora Beatriz Belén Benito Bernardo Blanca Camila Carla Carlos "
        "Carlota Carmen Carolina Catalina Cecilia César Clara Concepción Consuelo Cristina Cristóbal Daniel Daniela David Diego "
        "Dolores Eduardo Elena Elvira Emilia Emiliano Emilio Encarnación Enrique Ernesto Esperanza Esther Eugenia Eugenio Eva Fabiola "
        "Federico Felipe Fernanda Fernando Fidel Francisca Francisco Gabriel Gabriela Gerardo Gloria Gonzalo Graciela Guadalupe "
        "Guillermo Gustavo Héctor Horacio Hugo Ignacio Inés Íñigo Irene Isabel Isidro Ismael Iván Jacinto Jaime Javier Jesús Jimena "
        "Joaquín Jordi Jorge José Josefa Josefina Juan Juana Juanjo Julia Julián Julio Laura Leandro Leonor Leticia Lola Lorena "
        "Lourdes Lucas Lucía Luis Luisa Luz Magdalena Manuel Manuela Marcela Marcelo Marcos Margarita María Mariana Mariano Mario "
        "Marta Martina Mateo Mauricio Mercedes Miguel Milagros Mónica Montserrat Natalia Nicolás Nieves Noelia Nuria Olga Óscar Pablo "
        "Paco Paloma Patricia Paula Pedro Pepe Pilar Rafael Ramiro Ramón Raquel Raúl Rebeca Remedios Ricardo Roberto Rocío Rodrigo "
        "Rosa Rubén Sara Sebastián Sergio Silvia Simón Sofía Soledad Sonia Susana Teresa Tomás Trinidad Valentina Verónica Victoria "
        "Virginia Xavier Ximena Yolanda"
    )
)
"""Frequent given names (INE Spain, "Frecuencia de nombres"; INEGI Mexico), folded; those that are more often surnames are left out."""
SPANISH_SURNAMES = _set(
    fold(
        "Acosta Aguilar Aguirre Alarcón Allende Álvarez Aranda Arias Ávila Ayala Azaña Benítez Blanco Borges Bravo Caballero Cabrera "
        "Calvo Campos Cano Carmona Carrasco Castillo Castro Cervantes Contreras Cortázar Cortés Crespo Cruz Delgado Díaz Domínguez "
        "Durán Echeverría Escobar Espinosa Espinoza Estévez Fernández Ferrer Figueroa Flores Fuentes Gallardo Gallego Gálvez García "
        "Garrido Garzón Gil Giménez Gómez González Guerrero Gutiérrez Guzmán Hernández Herrera Herrero Hidalgo Ibáñez Iglesias "
        "Izquierdo Jiménez Juárez Lara León López Lorca Lozano Luna Machado Maldonado Marín Márquez Martínez Medina Méndez Mendoza "
        "Menéndez Merino Molina Montero Montes Montoya Mora Morales Moreno Moya Muñoz Narváez Navarro Nieto Núñez Ochoa Olmos Ordóñez "
        "Orozco Ortega Ortiz Pacheco Pardo Parra Pastor Paz Peña Perea Pérez Pizarro Prieto Puig Quintana Quintero Ramírez Ramos "
        "Rentería Reverte Rey Reyes Rincón Ríos Rivas Rivera Robles Rodríguez Rojas Roldán Romero Rosales Rubio Rueda Ruiz Sáez Salas "
        "Salazar Salinas Sánchez Sandoval Santamaría Santana Sanz Saura Segura Serrano Silva Soler Solís Sosa Soto Suárez Tapia "
        "Téllez Toledo Torres Trujillo Valdés Valencia Valle Vallejo Vargas Vázquez Vega Velasco Velázquez Vera Vidal Villanueva "
        "Zafón Zamora Zapata Zapatero"
    )
)
"""Frequent surnames (INE Spain, "Frecuencia de apellidos"; INEGI Mexico), folded."""
SPANISH_EITHER = _set(fold("Alonso Esteban Gaspar Lorenzo Martín Pascual Román Rosario Salvador Santiago Vicente"))
"""Given names that are as often surnames: between a given name and a surname nobody can tell which they are."""
SURNAMES_THAT_LEAD = _set(
    "bui cai cao choi deng dinh duong feng gao guo hoang huang huynh jeong jiang kang liang liu luo mao ngo nguyen nguyễn park peng pham phạm phan shen "
    "tran trần tsai wang xi xiao xie xu yoon yuan zeng zhang zhao zheng zhou zhu"
)
"""Surnames of Chinese, Korean and Vietnamese people that are no given names elsewhere: where one leads, the name is in its own order."""
CHINESE_SURNAMES = _set(
    "ai bai chang chen cheng cui dai dong du fan fu gu han he hong hou hu jia jin kong lei li lian lin lu ma meng mo ouyang pan qi qian qin qiu "
    "shao shi song su sun tan tang tao tian wan wei wen wu xia yan yao ye yi yin yu zou zuo"
)
"""Others, which are no surname before a name of another language ("Li Andersson")."""
PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|"
    r"[aeiouü])['’-]?){1,2}"
)
"""A Chinese given name of one or two syllables, in small letters (Hanyu Pinyin)."""
